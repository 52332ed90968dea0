import { defineConfig, transports } from '@adonisjs/mail'
import env from '#start/env'

const smtp = new URL(env.get('SMTP_URL'))

const mailConfig = defineConfig({
  default: 'smtp',
  from: { address: env.get('MAIL_FROM', 'ne-pas-repondre@halle.test'), name: 'Halle' },
  mailers: {
    smtp: transports.smtp({
      host: smtp.hostname,
      port: Number(smtp.port || 25),
      secure: smtp.protocol === 'smtps:',
      ...(smtp.username && {
        auth: {
          type: 'login' as const,
          user: decodeURIComponent(smtp.username),
          pass: decodeURIComponent(smtp.password),
        },
      }),
    }),
  },
})

export default mailConfig

declare module '@adonisjs/mail/types' {
  export interface MailersList extends InferMailers<typeof mailConfig> {}
}
