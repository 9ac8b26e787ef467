import type { GatewayDeps } from './gateway-deps.ts';

/** A Lambda function that gave no usable answer. `payload` is its error, when it is an error of its own. */
export class IntegrationFailure extends Error {
  override name = 'IntegrationFailure';
  constructor(
    message: string,
    readonly kind: 'timeout' | 'error',
    readonly payload?: unknown,
    /** HTTP status with which Lambda refused the call, e.g. 413. */
    readonly status?: number,
  ) {
    super(message);
  }
}

/** Calls a function within the integration timeout. Throws IntegrationFailure, and nothing else. */
export const callFunction = async (
  { invokeLambda, limits, timers }: GatewayDeps,
  functionArn: string,
  event: object,
): Promise<unknown> => {
  let cancel = () => {};
  const timeout = new Promise<never>((_resolve, reject) => {
    const late = () => reject(new IntegrationFailure(`${functionArn} did not answer in time`, 'timeout'));
    cancel = timers.after(limits.integrationMs, late);
  });
  try {
    const { payload, functionError } = await Promise.race([invokeLambda(functionArn, event), timeout]);
    if (!functionError) return payload;
    throw new IntegrationFailure(`${functionArn} failed: ${JSON.stringify(payload)}`, 'error', payload);
  } catch (error) {
    if (error instanceof IntegrationFailure) throw error;
    const { message, status } = error as Error & { status?: number };
    throw new IntegrationFailure(`${functionArn} was not called: ${message}`, 'error', undefined, status);
  } finally {
    cancel();
  }
};
