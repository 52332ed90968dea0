import type { IncomingMessage, ServerResponse } from 'node:http'
import { json } from './answers.js'
import { consolePage } from './console_page.js'
import type { Flow } from './flows.js'
import { isScenario, SCENARIOS, type Mood } from './scenarios.js'

interface Stage {
  flows: Flow[]
  mood: Mood
  receive(bytes: Buffer, name: string): Promise<Flow>
}

/** The console: a page, its two gestures, and `GET /console/flux.json` for programs. */
export async function answerConsole(
  { pathname }: URL,
  request: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
  { flows, mood, receive }: Stage
): Promise<void> {
  if (pathname === '/console/flux.json')
    return json(response, 200, { scenario: mood.name, scenarios: SCENARIOS, flows })
  if (request.method !== 'POST') {
    const page = consolePage(flows, mood.name)
    return void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page)
  }
  const headers = { 'content-type': request.headers['content-type'] ?? '' }
  const form = await new Response(new Uint8Array(body), { headers }).formData()
  const [name, file] = [String(form.get('nom') ?? ''), form.get('file')]
  if (pathname === '/console/scenario') mood.set(isScenario(name) ? name : null)
  else if (file instanceof File) await receive(Buffer.from(await file.arrayBuffer()), file.name)
  response.writeHead(303, { location: '/console' }).end()
}
