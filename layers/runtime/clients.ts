/*
 * The clients of the AWS services, with their defaults and traced. Each stands in a file of its own, so that a
 * bundle loads only those that its function uses. Where they call is decided by the environment alone (AWS_REGION,
 * AWS_ENDPOINT_URL*).
 */
export { documentClient, documentsOver } from './clients/documents.ts';
export { eventClient } from './clients/events.ts';
export { lambdaClient } from './clients/lambda.ts';
export { mailClient } from './clients/mail.ts';
export { noticeClient } from './clients/notices.ts';
export { objectClient } from './clients/objects.ts';
export { peopleClient } from './clients/people.ts';
export { queueClient } from './clients/queue.ts';
export { redshiftClient } from './clients/redshift.ts';
export { scheduleClient } from './clients/schedules.ts';
export { socketClient } from './clients/sockets.ts';
export { statesClient } from './clients/states.ts';
