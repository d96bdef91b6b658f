import type { NodeHoverDrawingFunction, NodeLabelDrawingFunction } from "sigma/rendering";
import type { Palette } from "./colours.ts";

const halo = 3;
const ring = 5;

/** Names with a halo of the ground, so that they can be read over lines; a ring about who is chosen. */
export function labelDrawing(colours: () => Palette): { label: NodeLabelDrawingFunction; hover: NodeHoverDrawingFunction } {
  const write = (context: CanvasRenderingContext2D, text: string, x: number, y: number, colour: string, weight: string) => {
    context.font = `${weight} 12px Arial, sans-serif`;
    context.lineJoin = "round";
    context.lineWidth = halo;
    context.strokeStyle = colours().ground;
    context.strokeText(text, x, y);
    context.fillStyle = colour;
    context.fillText(text, x, y);
  };
  return {
    label: (context, data) => {
      if (data.label) write(context, data.label, data.x + data.size + 3, data.y + 4, String(data["labelColor"] ?? colours().ink), "normal");
    },
    hover: (context, data) => {
      context.beginPath();
      context.arc(data.x, data.y, data.size + ring, 0, 2 * Math.PI);
      context.lineWidth = 3;
      context.strokeStyle = colours().near;
      context.stroke();
      if (data.label) write(context, data.label, data.x + data.size + ring + 3, data.y + 4, String(data["labelColor"] ?? colours().ink), "bold");
    },
  };
}
