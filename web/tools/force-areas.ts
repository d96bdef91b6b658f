/**
 * Which districts make up the area of each force, by Natural Earth's codes of them, under the region whose organised
 * crime unit serves it. Scotland and Northern Ireland have one force each: all of their districts.
 */
export const forceAreas: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "North East": {
    Cleveland: "HPL MDB RCC STT",
    Durham: "DAL DUR",
    Northumbria: "GAT NBL NET NTY SND STY",
  },
  "Yorkshire and the Humber": {
    Humberside: "ERY KHL NEL NLN",
    "North Yorkshire": "NYK YOR",
    "South Yorkshire": "BNS DNC ROT SHF",
    "West Yorkshire": "BRD CLD KIR LDS WKF",
  },
  "North West": {
    Cheshire: "CHE CHW HAL WRT",
    Cumbria: "CMA",
    "Greater Manchester": "BOL BUR MAN OLD RCH SKP SLF TAM TRF WGN",
    Lancashire: "BBD BPL LAN",
    Merseyside: "KWL LIV SFT SHN WRL",
    "North Wales": "AGY CWY DEN FLN GWN WRX",
  },
  "Southern Wales": {
    "Dyfed-Powys": "CGN CMN PEM POW",
    Gwent: "BGW CAY MON NWP TOF",
    "South Wales": "BGE CRF MTY NTL RCT SWA VGL",
  },
  "West Midlands": {
    Staffordshire: "STE STS",
    Warwickshire: "WAR",
    "West Mercia": "HEF SHR TFW WOR",
    "West Midlands": "BIR COV DUD SAW SOL WLL WLV",
  },
  "East Midlands": {
    Derbyshire: "DBY DER",
    Leicestershire: "LCE LEC RUT",
    Lincolnshire: "LIN",
    Northamptonshire: "NTH",
    Nottinghamshire: "NGM NTT",
  },
  Eastern: {
    Bedfordshire: "BDF CBF LUT",
    Cambridgeshire: "CAM PTE",
    Essex: "ESS SOS THR",
    Hertfordshire: "HRT",
    Kent: "KEN MDW",
    Norfolk: "NFK",
    Suffolk: "SFK",
  },
  London: {
    "City of London": "LND",
    "Metropolitan Police":
      "BDG BEN BEX BNE BRY CMD CRY EAL ENF GRE HAV HCK HIL HMF HNS HRW HRY ISL KEC KTT LBH LEW MRT NWM RDB RIC STN SWK TWH WFT WND WSM",
  },
  "South East": {
    Hampshire: "HAM IOW POR STH",
    Surrey: "SRY",
    Sussex: "BNH ESX WSX",
    "Thames Valley": "BKM BRC MIK OXF RDG SLG WBK WNM WOK",
  },
  "South West": {
    "Avon and Somerset": "BAS BST NSM SGC SOM",
    "Devon and Cornwall": "CON DEV IOS PLY TOB",
    Dorset: "BMH DOR POL",
    Gloucestershire: "GLS",
    Wiltshire: "SWD WIL",
  },
};

export const forceOfNation: Readonly<Record<string, { force: string; region: string }>> = {
  Scotland: { force: "Police Scotland", region: "Scotland" },
  "Northern Ireland": { force: "Police Service of Northern Ireland", region: "Northern Ireland" },
};
