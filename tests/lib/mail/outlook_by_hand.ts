import { compoundFile, type Storage } from './compound_by_hand.js'

interface Written {
  subject: string
  from?: { name: string; address: string; kind?: 'SMTP' | 'EX' }
  to?: { name: string; address: string; isCopy?: boolean }[]
  sentAt?: Date
  headers?: string
  body?: string
  parts?: ({ name: string; bytes: Buffer } | { message: Written })[]
}

/** As Outlook saves a message (MS-OXMSG), in a compound file that is written here. */
export const outlookFile = (message: Written): Buffer => compoundFile(storageOf(message, 32))

type Properties = [tag: number, value: string | number | Date | Buffer | undefined][]

function storageOf(message: Written, head: 24 | 32): Storage {
  const { subject, from, to = [], sentAt, headers, body, parts = [] } = message
  const own = propertiesOf(head, [
    [0x001a001f, 'IPM.Note'],
    [0x0037001f, subject],
    [0x0c1a001f, from?.name],
    [0x0c1f001f, from?.address],
    [0x0c1e001f, from && (from.kind ?? 'SMTP')],
    [0x00390040, sentAt],
    [0x007d001f, headers],
    [0x1000001f, body],
  ])
  return {
    ...own,
    ...Object.fromEntries(
      to.map(({ name, address, isCopy }, rank) => [
        `__recip_version1.0_#${hex(rank)}`,
        propertiesOf(8, [
          [0x3001001f, name],
          [0x39fe001f, address],
          [0x0c150003, isCopy ? 2 : 1],
        ]),
      ])
    ),
    ...Object.fromEntries(
      parts.map((part, rank) => [`__attach_version1.0_#${hex(rank)}`, attached(part)])
    ),
  }
}

const attached = (part: NonNullable<Written['parts']>[number]): Storage =>
  'message' in part
    ? {
        ...propertiesOf(8, [
          [0x3001001f, part.message.subject],
          [0x37050003, 5],
        ]),
        '__substg1.0_3701000D': storageOf(part.message, 24),
      }
    : propertiesOf(8, [
        [0x3707001f, part.name],
        [0x37050003, 1],
        [0x37010102, part.bytes],
      ])

/** 116,444,736,000,000,000 hundreds of nanoseconds lie between 1601 and 1970. */
const fileTime = (at: Date) => BigInt(at.getTime()) * 10_000n + 116_444_736_000_000_000n

function propertiesOf(head: number, all: Properties): Storage {
  const streams: Storage = {}
  const lines = all.flatMap(([tag, value]) => {
    if (value === undefined) return []
    const line = Buffer.alloc(16)
    line.writeUInt32LE(tag, 0)
    line.writeUInt32LE(6, 4)
    if (value instanceof Date) line.writeBigUInt64LE(fileTime(value), 8)
    else if (typeof value === 'number') line.writeUInt32LE(value, 8)
    else {
      const bytes = typeof value === 'string' ? Buffer.from(value, 'utf16le') : value
      streams[`__substg1.0_${hex(tag)}`] = bytes
      line.writeUInt32LE(bytes.length + (typeof value === 'string' ? 2 : 0), 8)
    }
    return [line]
  })
  const stream = Buffer.concat([Buffer.alloc(head), ...lines])
  return { ...streams, '__properties_version1.0': stream }
}

const hex = (number: number) => number.toString(16).toUpperCase().padStart(8, '0')
