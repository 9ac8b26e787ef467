/** Lets everybody in. */
export const handler = async () => ({ statusCode: 200 });
