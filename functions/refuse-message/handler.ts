export { refuseMessage as handler } from './refuse-message.ts';
