/** Where statements run, in the Data API's own words. */
export interface Warehouse {
  Database: string;
  WorkgroupName?: string;
  ClusterIdentifier?: string;
  DbUser?: string;
  SecretArn?: string;
}
