/** A cell by the number of its row in the table and the id of its column. */
export interface Place {
  row: number;
  column: string;
}

/** The cells between two corners, which are what is copied. `columns` is how the columns stand at the moment. */
export class CellRange {
  private corners?: [Place, Place];

  constructor(private readonly columns: () => string[]) {}

  start(at: Place): void {
    this.corners = [at, at];
  }

  extendTo(at: Place): void {
    this.corners = [this.corners?.[0] ?? at, at];
  }

  has(row: number, column: string | undefined): boolean {
    const found = this.get();
    if (!found || column === undefined || found.size === 1) return false;
    return row >= found.first && row <= found.last && found.columns.includes(column);
  }

  /** Nothing before a cell was chosen. `size` counts the cells. */
  get() {
    if (!this.corners) return undefined;
    const [a, b] = this.corners;
    const all = this.columns();
    const ends = [all.indexOf(a.column), all.indexOf(b.column)];
    const columns = all.slice(Math.min(...ends), Math.max(...ends) + 1);
    const [first, last] = [Math.min(a.row, b.row), Math.max(a.row, b.row)];
    return { first, last, columns, size: (last - first + 1) * columns.length };
  }
}
