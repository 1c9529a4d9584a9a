import { type Connection, type CustomTypesConfig, type FieldDef, Query, type QueryResult, types } from 'pg';
import { prepareValue } from 'pg/lib/utils';

/** Dates, times and intervals, and lists of them: their columns read them from text. */
const AS_TEXT: ReadonlySet<number> = new Set([
  types.builtins.TIMESTAMPTZ,
  types.builtins.TIMESTAMP,
  types.builtins.DATE,
  types.builtins.INTERVAL,
  ...[1231, 1115, 1185, 1187, 1182],
]);
const text = (value: string): string => value;

/** How values of our own statements are read; who sends a statement with these may have it asked by a known name. */
export const DRIVER_TYPES: CustomTypesConfig = {
  getTypeParser: (oid, format) => (AS_TEXT.has(oid) ? text : types.getTypeParser(oid, format)),
};

/** What the rows of a statement consist of, and how each value is read. */
interface Shape {
  readonly fields: FieldDef[];
  readonly parsers: readonly ((value: string) => unknown)[];
}

const NO_ROWS: Shape = { fields: [], parsers: [] };

function shapeOf(fields: FieldDef[]): Shape {
  return { fields, parsers: fields.map(({ dataTypeID }) => DRIVER_TYPES.getTypeParser(dataTypeID, 'text')) };
}

/**
 * What a connection knows of its prepared statements: that one was sent, or what its rows are. After a failure nobody can
 * say whether Postgres has it.
 */
export type KnownStatements = Map<string, Shape | 'sent' | 'doubtful'>;

/** A statement under the name by which it stays prepared. */
export interface NamedStatement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
  /** Whether each row is an array in the order of its fields, or an object of their names. */
  readonly asLists: boolean;
}

type Answered = (error: unknown, result?: QueryResult) => void;

/**
 * A prepared statement that Postgres describes once per connection: it refuses to run one whose rows would have changed.
 * The driver asks for the description each time and works out from it how to read each column, which costs more than a
 * short row itself. Errors and the end of an answer reach it by the calls that the driver makes on its own queries.
 */
export class KnownQuery extends Query {
  private shape: Shape | undefined;
  private failure: { cause: unknown } | undefined;
  private command = '';
  private rowCount: number | null = null;
  private readonly found: unknown[] = [];
  readonly name: string;

  constructor(
    private readonly known: KnownStatements,
    private readonly statement: NamedStatement,
    readonly callback: Answered,
  ) {
    super(statement.text);
    this.name = statement.name;
  }

  override submit = (connection: Connection): void => {
    const { name, values } = this.statement;
    const before = this.known.get(name);
    if (before === 'doubtful') connection.close({ type: 'S', name }, false);
    if (before === undefined || before === 'doubtful') this.parse(connection);
    try {
      connection.bind({ statement: name, values: values.map(prepareValue) }, false);
      if (typeof before === 'object') this.shape = before;
      else connection.describe({ type: 'P' }, false);
      connection.execute(null, false);
    } catch (cause) {
      this.failure = { cause };
    }
    connection.sync();
  };

  private parse(connection: Connection): void {
    const { name, text } = this.statement;
    connection.parse({ name, text, types: [] }, false);
    this.known.set(name, 'sent');
  }

  handleRowDescription({ fields }: { fields: FieldDef[] }): void {
    this.keep(shapeOf(fields));
  }

  handleDataRow({ fields: values }: { fields: (string | null)[] }): void {
    if (this.failure) return;
    try {
      this.found.push(this.statement.asLists ? this.listOf(values) : this.objectOf(values));
    } catch (cause) {
      this.failure = { cause };
    }
  }

  handleCommandComplete({ text: tag }: { text: string }): void {
    // Described, and no rows were: it has none.
    if (this.shape === undefined) this.keep(NO_ROWS);
    const [command = '', ...counts] = tag.split(' ');
    this.command = command;
    const count = counts.at(-1);
    if (count !== undefined) this.rowCount = Number(count);
  }

  handleError(error: unknown): void {
    this.known.set(this.name, 'doubtful');
    this.callback(error);
  }

  handleReadyForQuery(): void {
    const { failure, command, rowCount, found: rows, shape = NO_ROWS } = this;
    if (failure) this.callback(failure.cause);
    else this.callback(undefined, { command, rowCount, rows, oid: 0, fields: shape.fields });
  }

  private keep(shape: Shape): void {
    this.shape = shape;
    if (this.known.get(this.name) === 'sent') this.known.set(this.name, shape);
  }

  private listOf(values: readonly (string | null)[]): unknown[] {
    const { parsers } = this.shape ?? NO_ROWS;
    return values.map((value, at) => (value === null ? null : parsers[at]?.(value)));
  }

  private objectOf(values: readonly (string | null)[]): Record<string, unknown> {
    const { fields, parsers } = this.shape ?? NO_ROWS;
    const row: Record<string, unknown> = {};
    fields.forEach(({ name }, at) => {
      const value = values[at];
      row[name] = value === null || value === undefined ? null : parsers[at]?.(value);
    });
    return row;
  }
}
