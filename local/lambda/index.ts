export type { FunctionDefinition } from './function-definition.ts';
export { createLambda, type InvokeResult, type Lambda, type LambdaOptions } from './lambda.ts';
