export default () => globalThis.endReadout();
