import { createServer } from 'node:net'

interface FakeOptions {
  /** Answers to UID SEARCH by an error, as Microsoft 365 does to a keyword. */
  refusesSearch?: boolean
  /** Answers to FETCH by an error too. */
  refusesFetch?: boolean
  permanentFlags?: string
}

/** A small IMAP server with the mails that it is given; it counts how often each is downloaded. */
export async function fakeImap(mails: string[], options: FakeOptions) {
  const downloads = new Map<number, number>()
  const flagged = new Set<number>()
  const server = createServer((socket) => {
    let waiting = ''
    socket.on('error', () => undefined)
    socket.write('* OK [CAPABILITY IMAP4rev1] ready\r\n')
    socket.on('data', (chunk) => {
      waiting += chunk
      for (let end = waiting.indexOf('\r\n'); end !== -1; end = waiting.indexOf('\r\n')) {
        const line = waiting.slice(0, end)
        waiting = waiting.slice(end + 2)
        socket.write(answer(line))
      }
    })
  })
  const fetched = (tag: string, line: string): string => {
    if (options.refusesFetch) return `${tag} BAD Command Argument Error. 11\r\n`
    const [from, to] = /FETCH (\d+)(?::(\d+|\*))?/.exec(line)!.slice(1)
    const last = to === '*' ? mails.length : Number(to ?? from)
    const first = to === '*' ? Math.min(Number(from), mails.length) : Number(from)
    const rows = mails.flatMap((mail, index) => {
      const uid = index + 1
      if (uid < first || uid > last) return []
      if (!/BODY|RFC822\b/i.test(line)) return [`* ${uid} FETCH (UID ${uid} FLAGS ())\r\n`]
      downloads.set(uid, (downloads.get(uid) ?? 0) + 1)
      const section = /BODY(?:\.PEEK)?(\[\](?:<\d+)?)/i.exec(line)?.[1].includes('<')
        ? '[]<0>'
        : '[]'
      return [`* ${uid} FETCH (UID ${uid} BODY${section} {${mail.length}}\r\n${mail})\r\n`]
    })
    return `${rows.join('')}${tag} OK done\r\n`
  }
  const answer = (line: string): string => {
    const [tag, first = '', second = ''] = line.split(' ')
    const verb = first.toUpperCase() === 'UID' ? second.toUpperCase() : first.toUpperCase()
    if (verb === 'FETCH') return fetched(tag, line)
    if (verb === 'SEARCH') {
      if (options.refusesSearch) return `${tag} BAD Command Argument Error. 11\r\n`
      const uids = mails.map((_, index) => index + 1).filter((uid) => !flagged.has(uid))
      return `* SEARCH ${uids.join(' ')}\r\n${tag} OK done\r\n`
    }
    if (verb === 'STORE') flagged.add(Number(/STORE (\d+)/.exec(line)![1]))
    if (verb === 'SELECT') {
      const flags = options.permanentFlags ?? '\\*'
      return `* ${mails.length} EXISTS\r\n* OK [PERMANENTFLAGS (\\Seen ${flags})] ok\r\n* OK [UIDVALIDITY 7] ok\r\n* OK [UIDNEXT ${mails.length + 1}] ok\r\n${tag} OK [READ-WRITE] done\r\n`
    }
    if (verb === 'LIST') return `* LIST () "/" "INBOX"\r\n${tag} OK done\r\n`
    if (verb === 'CAPABILITY') return `* CAPABILITY IMAP4rev1\r\n${tag} OK done\r\n`
    if (verb === 'LOGOUT') return `* BYE\r\n${tag} OK done\r\n`
    return `${tag} OK done\r\n`
  }
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as { port: number }
  return {
    url: `imap://actes:secret@127.0.0.1:${port}/INBOX`,
    downloads,
    stop: () => new Promise<void>((closed) => server.close(() => closed())),
  }
}
