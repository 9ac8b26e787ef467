import { strings } from './strings.ts';

/** Before the page knows where its servers are, or who looks at it. */
export const Starting = () => (
  <p className="starting" role="status">
    <img src="/readout.svg" alt="" />
    {strings.starting}
  </p>
);
