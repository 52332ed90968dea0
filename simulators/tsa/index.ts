import { once } from 'node:events'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { readCertificates } from '#lib/signature/certificate'
import { reply, timestampUnit } from './reply.js'

export interface TsaOptions {
  dataDir: string
  /** Any free one by default. */
  port?: number
  /** PEM files of the unit and of the authorities to join to its tokens. */
  keyFile: string
  certificateFile: string
  chainFiles?: string[]
}

const LARGEST_REQUEST = 64 * 1024

/**
 * A time-stamping authority over HTTP (RFC 3161 §3.4). Serial numbers are written down before a
 * token leaves, so that none is given twice even after a kill -9.
 */
export async function start(options: TsaOptions): Promise<{ url: string; stop(): Promise<void> }> {
  const [certificate] = readCertificates(await readFile(options.certificateFile))
  const chain = await Promise.all((options.chainFiles ?? []).map((file) => readFile(file)))
  const key = await readFile(options.keyFile, 'utf8')
  const unit = timestampUnit(
    key,
    certificate,
    chain.flatMap((pem) => readCertificates(pem))
  )
  const nextSerial = await serialNumbers(join(options.dataDir, 'tsa'))
  const server = createServer(async (request, response) => {
    try {
      const asked = await readBody(request)
      if (!asked) return void response.writeHead(413).end()
      const answer = reply(asked, unit, await nextSerial(), new Date())
      response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(answer)
    } catch (error) {
      // A client that hangs up must not take the authority down with it
      if (!response.destroyed) response.writeHead(500).end((error as Error).message)
    }
  })
  server.listen(options.port ?? 0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/`, stop: () => stop(server) }
}

/** Serials are reserved a thousand at a time: one fsync for a thousand tokens, never one twice. */
async function serialNumbers(directory: string): Promise<() => Promise<number>> {
  await mkdir(directory, { recursive: true })
  const path = join(directory, 'serial')
  const written = await readFile(path, 'utf8').catch(() => '0')
  let next = Number(written) + 1
  let reserved = Number(written)
  let reserving: Promise<void> | null = null
  return async () => {
    const serial = next++
    while (serial > reserved) {
      reserving ??= writeDown(path, reserved + 1000).then(() => {
        reserved += 1000
        reserving = null
      })
      await reserving
    }
    return serial
  }
}

/** Aside, then in its place: a kill between the two leaves the former number, never an empty file. */
async function writeDown(path: string, value: number): Promise<void> {
  const file = await open(`${path}.new`, 'w')
  await file.writeFile(String(value))
  await file.sync()
  await file.close()
  await rename(`${path}.new`, path)
}

async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > LARGEST_REQUEST) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
}
