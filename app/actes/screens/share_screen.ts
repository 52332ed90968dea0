import QRCode from 'qrcode'
import { appUrl } from '#config/app'

/** The address of a public page as one gives it to somebody else: written whole, and to be scanned. */
export async function shareOf(path: string): Promise<{ url: string; qr: string }> {
  const url = `${appUrl}${path}`
  return { url, qr: await QRCode.toString(url, { type: 'svg', margin: 2, width: 160 }) }
}
