// CommonJS, because Jest calls what such a file exports before a test file is loaded.
const { newPerson } = require('./new-person.ts');
const { stack } = require('./stack.ts');

/** Gives each test file a person of its own as the user of the shared stack: what other files run does not come into its way. */
module.exports = async () => {
  stack.user = await newPerson('analysts');
};
