import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort, privateFolder, stopping, untilListening } from '../helpers/daemons.js'

/** nginx of Debian, as docs/operations.md writes it: TLS, two web processes, what it says of visitors. */
export async function startNginx(webs: string[]) {
  const [port, folder] = [await freePort(), await privateFolder()]
  const [key, certificate] = [join(folder, 'tls.key'), join(folder, 'tls.pem')]
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost']
  const made = spawnSync('openssl', [
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', key],
    ...['-out', certificate, ...subject],
  ])
  if (made.status !== 0) throw new Error(String(made.stderr))
  for (const name of ['body', 'proxy']) mkdirSync(join(folder, name))
  const text = `
    worker_processes 1; daemon off; pid ${folder}/nginx.pid; error_log stderr crit; ${process.getuid?.() === 0 ? 'user root;' : ''}
    events { worker_connections 512; }
    http {
      access_log off; client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
      upstream halle { ${webs.map((web) => `server ${web} max_fails=0;`).join(' ')} }
      server {
        listen 127.0.0.1:${port} ssl http2; server_name localhost;
        ssl_certificate ${certificate}; ssl_certificate_key ${key};
        client_max_body_size 160m;
        location / {
          proxy_pass http://halle; proxy_http_version 1.1; proxy_next_upstream error;
          proxy_set_header Host $http_host;
          proxy_set_header X-Forwarded-For $remote_addr;
          proxy_set_header X-Forwarded-Proto $scheme;
          proxy_set_header X-Forwarded-Host $http_host;
        }
      }
    }`
  writeFileSync(join(folder, 'nginx.conf'), text)
  const child = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await untilListening(port)
  return { url: `https://localhost:${port}`, port, stop: stopping(child, folder) }
}

interface S3Server {
  run(): Promise<unknown>
  close(): Promise<void>
}

/** An S3 server in this process, with the buckets of the platform, of its backup and of its copy. */
export async function startS3() {
  const { default: S3rver } = (await import('s3rver' as string)) as {
    default: new (options: object) => S3Server
  }
  const port = await freePort()
  const buckets = ['halle', 'sauvegarde', 'ailleurs'].map((name) => ({ name }))
  const server = new S3rver({
    ...{ port, address: '127.0.0.1', silent: true },
    ...{ directory: await privateFolder(), configureBuckets: buckets },
  })
  await server.run()
  return { url: `http://127.0.0.1:${port}`, stop: () => server.close() }
}
