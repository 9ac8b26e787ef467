/** The members of every operation's request, from the service's model (2019-12-20). What else is sent is ignored, as there. */
const target = ['ClusterIdentifier', 'WorkgroupName', 'Database', 'DbUser', 'SecretArn'];
const submit = [
  ...target,
  ...['Parameters', 'StatementName', 'WithEvent', 'ClientToken', 'ResultFormat'],
  ...['SessionId', 'SessionKeepAliveSeconds', 'WaitTimeSeconds'],
];
const page = ['MaxResults', 'NextToken'];
const filters = ['Status', 'RoleLevel', 'Database', 'ClusterIdentifier', 'WorkgroupName', ...page];

export const members: Readonly<Record<string, readonly string[]>> = {
  BatchExecuteStatement: ['Sqls', 'ExecutionMode', ...submit],
  CancelStatement: ['Id'],
  DescribeStatement: ['Id', 'WaitTimeSeconds'],
  DescribeTable: [...target, ...page, 'ConnectedDatabase', 'Schema', 'Table'],
  ExecuteStatement: ['Sql', ...submit],
  GetStatementResult: ['Id', 'NextToken', 'WaitTimeSeconds'],
  GetStatementResultV2: ['Id', 'NextToken', 'WaitTimeSeconds'],
  ListDatabases: [...target, ...page],
  ListSchemas: [...target, ...page, 'ConnectedDatabase', 'SchemaPattern'],
  ListSessions: ['SessionId', ...filters],
  ListStatements: ['StatementName', ...filters],
  ListTables: [...target, ...page, 'ConnectedDatabase', 'SchemaPattern', 'TablePattern'],
};

export type MemberType = 'String' | 'Boolean' | 'Integer' | 'Strings' | 'Parameters';

const types: Partial<Record<string, MemberType>> = {
  Sqls: 'Strings',
  Parameters: 'Parameters',
  WithEvent: 'Boolean',
  RoleLevel: 'Boolean',
  SessionKeepAliveSeconds: 'Integer',
  WaitTimeSeconds: 'Integer',
  MaxResults: 'Integer',
};

/** A member's type in the model; a member has the same in every operation. */
export const typeOf = (member: string): MemberType => types[member] ?? 'String';
