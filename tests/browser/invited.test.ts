import {
  AdminCreateUserCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { connectBrowser, openPage, signIn } from '../support/browser.ts';
import { codeFor } from '../support/mailbox.ts';
import { aws, stack } from '../support/stack.ts';

jest.setTimeout(120_000); // each wait has a limit of its own, of 30 s

const email = 'invited@example.com';
const chosen = 'My-own-password-1';

it('a person whom an administrator made chooses a password and is in', async () => {
  await new CognitoIdentityProviderClient(aws).send(
    new AdminCreateUserCommand({
      UserPoolId: stack.userPoolId,
      Username: email,
      UserAttributes: [
        { Name: 'email', Value: email },
        { Name: 'email_verified', Value: 'true' },
      ],
      DesiredDeliveryMediums: ['EMAIL'],
    }),
  );
  const temporary = await codeFor(email);
  const browser = await connectBrowser();
  const { page, complaints, close } = await openPage(browser);

  await signIn(page, stack.page, email, temporary);
  await page.getByRole('heading', { name: 'Choose a new password' }).waitFor();
  await page.getByLabel('New password').fill('weak');
  await page.getByRole('button', { name: 'Set password' }).click();
  await page.getByText('Choose a password that keeps every rule below.').waitFor();
  await page.getByLabel('New password').fill(chosen);
  await page.getByRole('button', { name: 'Set password' }).click();
  await page.getByText('Connection: open').first().waitFor();
  expect(complaints).toEqual([]);
  await close();

  const again = await openPage(browser);
  await signIn(again.page, stack.page, email, temporary);
  await again.page.getByText('The e-mail address or the password is not right.').waitFor();
  await again.page.getByLabel('Password', { exact: true }).fill(chosen);
  await again.page.getByRole('button', { name: 'Sign in' }).click();
  await again.page.getByText('Connection: open').first().waitFor();
  await again.close();
  await browser.close();
});

it.each([
  ['anyone', 'true', 1],
  ['who was invited', 'false', 0],
])('offers an account to %s', async (_who, signUp, offers) => {
  const browser = await connectBrowser();
  const { page, close } = await openPage(browser);
  await page.route(`${stack.page}/config.json`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), signUp } });
  });
  await page.goto(stack.page);
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
  expect(await page.getByText('Create account').count()).toBe(offers);
  await close();
});
