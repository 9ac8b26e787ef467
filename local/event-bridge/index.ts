export type { Target } from './delivery/target.ts';
export type { BusEvent } from './event.ts';
export { createEventBridge, type EventBridge, type EventBridgeOptions } from './event-bridge.ts';
export type { NewRule } from './rules.ts';
