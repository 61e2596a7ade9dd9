import chromium from '@sparticuz/chromium'
import { chromium as playwright, type Browser } from '@playwright/test'

/** The name under which the tests' browser reaches loopback: not localhost, so that nothing is taken for secure. */
export const PLAIN_HOST = 'outdo.test'

const SHARING = new Set(['--single-process', '--no-zygote', '--in-process-gpu'])
/** In one process its contexts share what pages keep: two players would be one. */
export const separateProcesses = (args: readonly string[]): string[] => args.filter((one) => !SHARING.has(one))

/** The Chromium that comes inside its npm package: nothing is downloaded, and it runs as root. */
export async function openBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [...separateProcesses(chromium.args), '--no-sandbox', `--host-resolver-rules=MAP ${PLAIN_HOST} 127.0.0.1`],
    headless: true,
  })
}
