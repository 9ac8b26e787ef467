const count = (number: number) => number.toLocaleString('de');

export const chart = {
  loading: 'Diagramm wird gezeichnet',
  none: 'In diesen Zeilen ist nichts, was sich zeichnen ließe.',
  types: {
    line: 'Linie',
    area: 'Fläche',
    bar: 'Balken',
    scatter: 'Punkte',
    pie: 'Kreis',
    'heat-map': 'Heatmap',
    number: 'Große Zahl',
  },
  type: 'Diagrammtyp',
  settings: 'Einstellungen des Diagramms',
  x: 'Waagerechte Achse',
  slices: 'Kreisstücke',
  numberOf: 'Wovon',
  y: 'Gemessen',
  series: 'Eine Farbe je',
  rows: 'Reihen',
  nothing: 'Nichts',
  stacked: 'Aufeinander gestapelt',
  log: 'Logarithmische Skala',
  sort: 'Reihenfolge',
  sorts: {
    rows: 'Wie die Zeilen kommen',
    x: 'Nach Namen',
    largest: 'Größte zuerst',
    smallest: 'Kleinste zuerst',
  },
  top: 'Wie viele der größten',
  topHelp: 'Alle, wenn leer.',
  topWrong: (most: number) => `Geben Sie eine ganze Zahl von 1 bis ${most} ein.`,
  combine: 'Zeilen am selben Platz',
  combines: {
    sum: 'Addiert',
    mean: 'Mittelwert',
    least: 'Kleinster Wert',
    greatest: 'Größter Wert',
    count: 'Gezählt',
  },
  compare: 'Vergleichen mit',
  compares: { none: 'Nichts', previous: 'Der Zeile davor', first: 'Der ersten Zeile' },
  byHand: 'Gezeichnet, wie Sie es gewählt haben.',
  reset: 'Wie im Bericht zeichnen',
  resetGuess: 'Wie von den Spalten nahegelegt zeichnen',
  save: 'Bild speichern',
  png: 'PNG',
  svg: 'SVG',
  saveFailed: 'Das Bild konnte nicht erzeugt werden.',
  hide: (series: string) => `${series} ausblenden`,
  show: (series: string) => `${series} einblenden`,
  legend: 'Datenreihen',
  clock: (zone: string) => `Zeiten sind in ${zone}.`,
  percent: (share: number) => share.toLocaleString('de', { style: 'percent', maximumFractionDigits: 1 }),
  missing: (columns: string[]) =>
    `Das Diagramm dieses Berichts zeichnet ${columns.join(', ')}, was in diesem Ergebnis fehlt; gezeichnet ist, was die Spalten nahelegen.`,
  capped: (readable: number, all: number) =>
    `Nur die ersten ${count(readable)} von ${count(all)} Zeilen sind lesbar; die übrigen sind nicht enthalten.`,
  incomplete: (rows: number) =>
    `Gezeichnet aus den ${count(rows)} geladenen Zeilen; das Ergebnis hat noch weitere.`,
  combined: {
    sum: (x: string) => `Zeilen mit gleichem Wert von ${x} sind addiert.`,
    mean: (x: string) => `Zeilen mit gleichem Wert von ${x} sind als ihr Mittelwert gezeichnet.`,
    least: (x: string) => `Von Zeilen mit gleichem Wert von ${x} ist der kleinste Wert gezeichnet.`,
    greatest: (x: string) => `Von Zeilen mit gleichem Wert von ${x} ist der größte Wert gezeichnet.`,
    count: (x: string) => `Werte mit gleichem Wert von ${x} sind gezählt.`,
  },
  unplaced: (lost: number, x: string) =>
    lost === 1
      ? `1 Wert ohne ${x} ist nicht gezeichnet.`
      : `${count(lost)} Werte ohne ${x} sind nicht gezeichnet.`,
  thinned: (rows: number, from: number, to: number) =>
    `Gezeichnet aus ${count(rows)} Zeilen, ausgedünnt von ${count(from)} auf ${count(to)} Punkte; Spitzen und Lücken bleiben.`,
  thinnedPoints: (rows: number, from: number, to: number) =>
    `Gezeichnet aus ${count(rows)} Zeilen, ausgedünnt von ${count(from)} auf ${count(to)} Punkte; was auf einem Punkt liegt, ist nicht noch einmal gezeichnet.`,
  topSeries: (most: number, all: number) =>
    `Gezeichnet sind die ${count(most)} größten von ${count(all)} Datenreihen.`,
  topXs: (most: number, all: number, x: string) =>
    `Gezeichnet sind die ${count(most)} größten von ${count(all)} Werten von ${x}.`,
  topAdded: (most: number, all: number) =>
    `Die ${count(most)} größten von ${count(all)} sind einzeln gezeichnet, die übrigen addiert.`,
  first: (most: number, all: number, name: string) =>
    `Gezeichnet sind die ersten ${count(most)} von ${count(all)} Werten von ${name}.`,
  others: (left: number) => `Übrige (${count(left)})`,
  notLogarithmic: (lost: number) =>
    lost === 1
      ? '1 Wert, der null oder kleiner ist, lässt sich auf einer logarithmischen Skala nicht zeichnen.'
      : `${count(lost)} Werte, die null oder kleiner sind, lassen sich auf einer logarithmischen Skala nicht zeichnen.`,
  notSliced: (lost: number) =>
    lost === 1
      ? '1 Wert unter null ist kein Kreisstück.'
      : `${count(lost)} Werte unter null sind keine Kreisstücke.`,
  caption: (y: string, x: string) => `${y} nach ${x}`,
  describe: (type: string, caption: string, places: number) =>
    `Diagramm (${type}): ${caption}, ${count(places)} ${places === 1 ? 'Platz' : 'Plätze'}.`,
  from: (first: string, last: string) => `Von ${first} bis ${last}.`,
  extremes: (name: string, least: string, atLeast: string, greatest: string, atGreatest: string) =>
    `${name}: kleinster Wert ${least} bei ${atLeast}, größter ${greatest} bei ${atGreatest}.`,
  table: 'Die Zeilen selbst stehen in der Tabelle.',
  keys: 'Pfeiltasten gehen das Diagramm entlang, mit Umschalt wählen sie aus, Eingabe filtert die Zeilen.',
  than: (difference: string, percent: string | undefined, of: string) =>
    percent === undefined ? `${difference} gegenüber ${of}` : `${difference} (${percent}) gegenüber ${of}`,
  same: (of: string) => `Gleich wie ${of}`,
  row: { previous: 'der Zeile davor', first: 'der ersten Zeile' },
  unknown: (of: string) => `Nicht vergleichbar mit ${of}`,
};
