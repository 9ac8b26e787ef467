import type { Browser } from 'playwright-core';
import { faults } from '../support/axe.ts';
import { connectBrowser, openPage, signIn } from '../support/browser.ts';
import type { Connection } from '../support/connection.ts';
import { endlessReport } from '../support/endless-report.ts';
import { type OwnStack, ownStack } from '../support/own-stack.ts';
import { analyst } from '../support/person.ts';
import { LOOKS } from './visits.ts';

jest.setTimeout(120_000); // each wait has a limit of its own, of 30 s

describe('an operator who stops a run', () => {
  let stack: OwnStack;
  let browser: Browser;
  let owner: Connection;

  beforeAll(async () => {
    stack = await ownStack(endlessReport);
    browser = await connectBrowser();
    owner = await (await analyst(stack)).connect();
  });
  afterAll(async () => {
    await owner.close();
    await browser.close();
    await stack.stop();
  });

  it.each(LOOKS)('is asked first, and the owner is told by whom (%s)', async (look, options) => {
    owner.send({ action: 'run', report: 'endless', inputs: {}, topic: look });
    const { runId } = await owner.message({ topic: look, status: 'running' });
    const { page, complaints, close } = await openPage(browser, options);
    const { email, password } = stack.userOf('operator');
    await signIn(page, stack.page, email, password);
    await page.getByText('Connection: open').first().waitFor();
    await page.goto(`${stack.page}/operations`);
    const stop = page.getByRole('button', { name: /^Stop: Without an end, of / });
    const dialog = page.getByRole('dialog', { name: 'Stop this run?' });
    await stop.click();
    await dialog.getByText(`They are told that ${email} has stopped it.`).waitFor();
    expect(await faults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Let it run' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await stop.click();
    await dialog.getByRole('button', { name: 'Stop', exact: true }).click();
    await page.getByText(/^The run is being stopped\./).waitFor();
    await owner.message({ runId, status: 'cancelled', stoppedBy: email });
    await page.getByText(`Cancelled · stopped by ${email}`).first().waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});
