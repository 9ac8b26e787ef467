'use strict';

/** Makes the clock of this process wrong by so many milliseconds, as `--fault clock=…` asks. */
exports.shiftClock = (offset) => {
  if (!offset) return;
  const Real = Date;
  globalThis.Date = class WrongDate extends Real {
    constructor(...given) {
      super(...(given.length > 0 ? given : [Real.now() + offset]));
    }
    static now() {
      return Real.now() + offset;
    }
  };
};
