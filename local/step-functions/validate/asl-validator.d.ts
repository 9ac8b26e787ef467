declare module 'asl-validator' {
  /** Checks a definition; writes `QueryLanguage` into its states. */
  export default function validate(
    definition: object,
    options?: { checkPaths?: boolean; checkArn?: boolean },
  ): { isValid: boolean; errors: { 'Error code': string; Message: string }[] };
}
