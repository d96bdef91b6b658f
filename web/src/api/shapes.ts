/** What the server's answers are made of, by the names of its own document. */
import type { components, operations } from "./generated.ts";

type Shapes = components["schemas"];

export type Changes = Shapes["Changes"];
export type CitedRecord = Shapes["CitedRecord"];
export type ControlSaying = Shapes["ControlSaying"];
export type Correction = Shapes["Correction"];
export type Decision = Shapes["Decision"];
export type Expansion = Shapes["Expansion"];
export type Found = Shapes["Found"];
export type HarmReason = Shapes["HarmReason"];
export type HeldBackRow = Shapes["HeldBackRow"];
export type Hit = Shapes["Hit"];
export type Identity = Shapes["Identity"];
export type Import = Shapes["Import"];
export type Marking = Shapes["Marking"];
export type NetworkPage = Shapes["NetworkPage"];
export type NetworkRow = Shapes["NetworkRow"];
export type NominalRow = Shapes["NominalRow"];
export type Note = Shapes["Note"];
export type OpenedView = Shapes["OpenedView"];
export type Passage = Shapes["Passage"];
export type Paths = Shapes["Paths"];
export type Picture = Shapes["Picture"];
export type Places = Shapes["Places"];
export type Profile = Shapes["Profile"];
export type ProtectedRow = Shapes["ProtectedRow"];
export type Session = Shapes["Session"];
export type SourceRecord = Shapes["Record"];
export type Timeline = Shapes["Timeline"];
export type View = Shapes["View"];
export type Who = Shapes["Entity"];
export type ChartLink = Shapes["Link"];

type Answered<Operation extends keyof operations> = operations[Operation] extends { responses: { 200: { content: { "application/json": infer Reply } } } } ? Reply : never;

export type CorrectionPage = Answered<"list_corrections">;
export type ListedCorrection = CorrectionPage["corrections"][number];
export type DecisionPage = Answered<"list_decisions">;
export type ListedDecision = DecisionPage["decisions"][number];
export type NotePage = Answered<"list_entity_notes">;
export type ViewPage = Answered<"list_views">;
export type StatedValue = Profile["attributes"][string][number];
export type Strength = ChartLink["strength"];
export type IdentityRow = Identity["rows"][number];
export type IdentityLink = Identity["links"][number];
export type PlaceLine = Places["places"][number];
export type TimelineItem = Timeline["items"][number];
export type Member = NetworkPage["members"][number];
export type Standing = Member["standing"];
export type Measures = NonNullable<Member["measures"]>;
export type Membership = NonNullable<Profile["networks"]>[number];

/** The records of a line: the latest are shown, all are counted. */
export interface Cited {
  records: readonly CitedRecord[];
  record_count: number;
}
