import { decided } from '../decisions.ts';
import { type Secret, type SecretReader, secretOf } from './secret.ts';
import type { Endpoint } from './statement.ts';
import type { SubmitInput } from './submission.ts';
import { validation } from './validation.ts';

/** A cluster or workgroup that exists. */
export interface Target {
  clusterIdentifier?: string;
  workgroupName?: string;
  /** Its one database. */
  database?: string;
}

export interface TargetDeps {
  /** The clusters and workgroups that exist at the moment; every name does without it. */
  targets?: () => Target[];
  /** The database of the targets that do not name theirs; without it they have every one. */
  database?: string;
  /** Text of a secret, or undefined where there is none; without it a secret is echoed, not read. */
  readSecret?: SecretReader;
  dbUserOf: (callerArn: string) => string;
}

type Request = Pick<SubmitInput, 'ClusterIdentifier' | 'WorkgroupName' | 'Database' | 'DbUser' | 'SecretArn'>;

/**
 * Where a request goes and as whom.
 * @param databaseOptional as in ListDatabases
 * @throws ServiceError ValidationException for a combination or a target that does not exist (contract §3)
 */
export const endpointOf = async (
  { targets, database: usual, readSecret, dbUserOf }: TargetDeps,
  request: Request,
  callerArn: string,
  databaseOptional = false,
): Promise<Endpoint & { missing?: string }> => {
  const { WorkgroupName, DbUser, SecretArn } = request;
  if (request.ClusterIdentifier && WorkgroupName) throw validation(decided('bothTargets'));
  if (SecretArn && DbUser) throw validation(decided('secretAndUser'));
  const secret = SecretArn ? await secretOf(readSecret, SecretArn) : undefined;
  const clusterIdentifier = clusterOf(request, secret);
  if (!clusterIdentifier && !WorkgroupName) {
    throw validation('Either ClusterIdentifier or WorkgroupName needs to be specified.');
  }
  const wanted = { clusterIdentifier, workgroupName: WorkgroupName };
  const target = targets ? targets().find((one) => isSame(one, wanted)) : wanted;
  if (!target) throw validation("Redshift endpoint doesn't exist in this region.");
  const own = (target as Target).database ?? usual;
  const database = request.Database || secret?.dbname || (databaseOptional ? (own ?? 'dev') : undefined);
  if (!database) throw validation(decided('noDatabase'));
  return {
    ...wanted,
    database,
    dbUser: SecretArn ? undefined : (!WorkgroupName && DbUser) || dbUserOf(callerArn),
    secretArn: SecretArn || undefined,
    missing: own !== undefined && own !== database ? decided('otherDatabase', database) : undefined,
  };
};

/** A workgroup is named by its name or by its ARN. */
export const workgroupNameOf = (nameOrArn: string | undefined): string | undefined =>
  nameOrArn?.replace(/^arn:.*:workgroup\/([^/]+).*$/, '$1');

const clusterOf = ({ ClusterIdentifier, WorkgroupName }: Request, secret: Secret | undefined) => {
  const ofSecret = secret?.dbClusterIdentifier;
  if (ClusterIdentifier && ofSecret && ofSecret !== ClusterIdentifier) {
    throw validation(decided('secretOfOtherCluster'));
  }
  return ClusterIdentifier || (WorkgroupName ? undefined : ofSecret);
};

const isSame = (one: Target, wanted: Target): boolean =>
  wanted.clusterIdentifier
    ? one.clusterIdentifier === wanted.clusterIdentifier
    : one.workgroupName === workgroupNameOf(wanted.workgroupName);
