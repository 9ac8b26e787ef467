export type { NewStateMachine } from './create-state-machine.ts';
export type { InvokeLambda } from './integrations/lambda.ts';
export { SdkCallError } from './integrations/sdk-call-error.ts';
export { type SdkIntegrations, sdkIntegrations } from './integrations/sdk-integrations.ts';
export { runWorkflow, StateError, type TaskCall, type WorkflowResult } from './run-workflow.ts';
export { createStepFunctions, type StepFunctions, type StepFunctionsOptions } from './step-functions.ts';
