import { generateKeyPairSync } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { request } from 'node:https'
import { join } from 'node:path'
import forge from 'node-forge'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

let made: { certificate: string; key: string } | undefined

/** A self-signed certificate for localhost, as PEM files in the folder; the same one for a whole run. */
export function makeCertificate(folder: string): { certFile: string; keyFile: string } {
  mkdirSync(folder, { recursive: true })
  made ??= selfSigned()
  const certFile = join(folder, 'cert.pem')
  const keyFile = join(folder, 'key.pem')
  writeFileSync(certFile, made.certificate)
  writeFileSync(keyFile, made.key)
  return { certFile, keyFile }
}

function selfSigned(): { certificate: string; key: string } {
  const pair = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  const publicKey = forge.pki.publicKeyFromPem(pair.publicKey)
  const privateKey = forge.pki.privateKeyFromPem(pair.privateKey)
  const certificate = forge.pki.createCertificate()
  certificate.publicKey = publicKey
  certificate.serialNumber = '01'
  certificate.validity.notBefore = new Date(Date.now() - 86_400_000)
  certificate.validity.notAfter = new Date(Date.now() + 86_400_000)
  const name = [{ name: 'commonName', value: 'localhost' }]
  certificate.setSubject(name)
  certificate.setIssuer(name)
  certificate.setExtensions([
    { name: 'basicConstraints', cA: true },
    { name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] },
  ])
  certificate.sign(privateKey, forge.md.sha256.create())
  return { certificate: forge.pki.certificateToPem(certificate), key: pair.privateKey }
}

/** A mailbox that keeps what it receives; `refuse` makes it answer 451. */
export async function startMailbox(port = 0) {
  const mails: Email[] = []
  const box = { refuse: false, mails, port: 0, stop: async () => {} }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    async onData(stream, _session, done) {
      const chunks: Buffer[] = []
      for await (const chunk of stream) chunks.push(chunk as Buffer)
      if (box.refuse) return done(Object.assign(new Error('later'), { responseCode: 451 }))
      mails.push(await PostalMime.parse(Buffer.concat(chunks)))
      done()
    },
  })
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready))
  box.port = (server.server.address() as { port: number }).port
  box.stop = () => new Promise<void>((closed) => server.close(() => closed()))
  return box
}

/** Posts one archive as a program of a collectivite does, over HTTPS. */
export async function post(url: string, ca: Buffer, name: string, bytes: Buffer) {
  const form = new FormData()
  form.append('file', new File([new Uint8Array(bytes)], name), name)
  const encoded = new Response(form)
  const body = Buffer.from(await encoded.arrayBuffer())
  const headers = { 'content-type': encoded.headers.get('content-type')! }
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const sent = request(url, { method: 'POST', ca, headers }, async (response) => {
      const chunks: Buffer[] = []
      for await (const chunk of response) chunks.push(chunk as Buffer)
      resolve({ status: response.statusCode!, text: Buffer.concat(chunks).toString() })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
