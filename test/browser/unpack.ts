import chromium from '@sparticuz/chromium'

/** Unpacks the browser once, before two specs at the same time would each find it half unpacked by the other. */
export default async function unpack(): Promise<void> {
  await chromium.executablePath()
}
