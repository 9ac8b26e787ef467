/** `/config.json`, served by the page's own host. Addresses carry no trailing slash. */
export interface PageConfig {
  region: string;
  userPoolId: string;
  userPoolClientId: string;
  cognitoEndpoint: string;
  rest: string;
  websocket: string;
  /** Whether this Readout can send e-mail. */
  mail: boolean;
  /** Whether anybody may make an account; else an administrator invites. */
  signUp: boolean;
  /** The group whose members see how everybody's runs go; the server decides anew each time. */
  operatorGroup: string;
  /** Where the console shows an execution: its ARN follows. */
  executions: string;
  /** The IANA time zone whose day relative dates are counted from. */
  timeZone: string;
  /** The group whose members see the SQL of reports. */
  engineerGroup: string;
}
