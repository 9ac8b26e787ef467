/** What the service's documentation leaves open, decided once. */
interface Decision {
  /** The open point, as docs/emulator.md lists it. */
  point: string;
  /** The words of the answer, where the point is an error's text. */
  text: string;
  /** What happens here, where that is not an error's text. */
  here?: string;
}

const decision = <T extends Record<string, Decision>>(all: T): T => all;

/** docs/emulator.md lists each of these, and a test says so. */
export const decisions = decision({
  bothTargets: {
    point: 'Both ClusterIdentifier and WorkgroupName',
    text: 'ClusterIdentifier and WorkgroupName cannot both be specified.',
  },
  noDatabase: { point: 'No Database, outside a session', text: 'Database needs to be specified.' },
  secretAndUser: { point: 'SecretArn with DbUser', text: 'SecretArn and DbUser cannot both be specified.' },
  unknownSecret: {
    point: 'A secret that does not exist',
    text: "Secrets Manager can't find the specified secret.",
  },
  secretOfOtherCluster: {
    point: "ClusterIdentifier other than the secret's",
    text: 'ClusterIdentifier does not match the dbClusterIdentifier of the secret.',
  },
  sessionAndTarget: {
    point: 'SessionId with a target, database, user or secret',
    text: 'SessionId cannot be specified together with ClusterIdentifier, WorkgroupName, Database, DbUser or SecretArn.',
  },
  sessionAndFilters: {
    point: 'ListSessions with SessionId and another filter',
    text: 'SessionId cannot be specified together with Status, ClusterIdentifier, WorkgroupName or Database.',
  },
  unknownSession: {
    point: 'ListSessions of an unknown SessionId (ResourceNotFoundException)',
    text: 'Session does not exist.',
  },
  duplicateParameters: {
    point: 'The same parameter twice',
    text: 'Parameters list contains duplicate parameters.',
  },
  nextToken: {
    point: 'A NextToken that was not given out for this request',
    text: 'NextToken is not valid.',
  },
  resultIsCsv: {
    point: 'GetStatementResult of a CSV result',
    text: 'The result of this query is in CSV format. Use GetStatementResultV2 to retrieve it.',
  },
  resultIsJson: {
    point: 'GetStatementResultV2 of a JSON result',
    text: 'The result of this query is in JSON format. Use GetStatementResult to retrieve it.',
  },
  waiting: {
    point: 'More than 10 requests that wait for one statement (ActiveWaitingRequestsExceededException)',
    text: 'The number of active requests with WaitTimeSeconds for the same SQL statement exceeds the limit.',
  },
  rate: { point: 'A request above the rate, with `--throttle` (ThrottlingException)', text: 'Rate exceeded' },
  required: { point: 'A required member that is absent', text: '<member> is required.' },
  length: {
    point: 'A text or list that is too short or too long',
    text: '<member> must have length between <n> and <m>.',
  },
  empty: { point: 'An empty list of parameters or an empty value', text: '<member> must not be empty.' },
  range: { point: 'A number out of its range', text: '<member> must be between <n> and <m>.' },
  choice: { point: 'A value outside an enumeration', text: '<member> must be one of <values>.' },
  notJson: {
    point: 'A body that is not JSON (SerializationException)',
    text: 'The request body is not valid JSON.',
  },
  wrongType: {
    point: 'A member of another JSON type (SerializationException)',
    text: '<TYPE>_VALUE can not be converted to <type>',
  },
  unsigned: {
    point: 'A request without a signature (MissingAuthenticationTokenException)',
    text: 'Missing Authentication Token',
  },
  wrongScope: {
    point: 'A signature for another service (InvalidSignatureException)',
    text: "Credential should be scoped to correct service: 'redshift-data'.",
  },
  aborted: {
    point: 'Error of an ABORTED statement',
    text: "ERROR: Query (<id>) cancelled on user's request",
  },
  otherDatabase: {
    point: 'A database that the target does not have',
    text: 'FATAL: database "<name>" does not exist',
    here: 'the statement FAILS with `FATAL: database "<name>" does not exist`; the catalogue operations answer DatabaseConnectionException with it',
  },
});

/** A decided text with its `<places>` filled in, in order. */
export const decided = (name: keyof typeof decisions, ...values: (string | number)[]): string => {
  const rest = [...values];
  return decisions[name].text.replace(/<\w+>/g, (place) => String(rest.shift() ?? place));
};
