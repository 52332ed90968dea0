import { defineJob } from '#kernel/jobs'

export const sendDeposit = defineJob<{ depositId: string }>({
  name: 'archiving.send_deposit',
  queue: 'outside',
  async handle() {},
})
