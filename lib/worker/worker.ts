import { parentPort } from 'node:worker_threads'
import { type TaskName, tasks } from './tasks.ts'

// The other end of `run-task.ts`: one job at a time, told when it begins to listen.
parentPort?.on('message', async ({ task, input }: { task: TaskName; input: string }) => {
  try {
    parentPort?.postMessage({ output: await tasks[task](input) })
  } catch (error) {
    parentPort?.postMessage({ error: String(error) })
  }
})
parentPort?.postMessage('ready')
