import { isIP } from 'node:net'
import { appUrl } from '#config/app'

/**
 * Who we are for a passkey. WebAuthn §5.1.3 knows domains and no IP address: a platform that runs
 * on this machine alone is called localhost.
 */
export function relyingParty(): { id: string; origins: string[] } {
  const url = new URL(appUrl)
  if (!isIP(url.hostname)) return { id: url.hostname, origins: [url.origin] }
  return { id: 'localhost', origins: [`${url.protocol}//localhost:${url.port}`] }
}
