// Embeds the texts of the last ./gill bench embed with Transformers.js, one by one, and prints tokens a second.
// How to run it: docs/decisions/0023-the-int8-peak.md
import { pipeline, env } from '@huggingface/transformers';
import fs from 'node:fs';

const [textsFile, modelFolder, dtype = 'fp32'] = process.argv.slice(2);
env.localModelPath = modelFolder;
env.allowRemoteModels = false;
const texts = JSON.parse(fs.readFileSync(textsFile, 'utf8'));
const embed = await pipeline('feature-extraction', 'bge', { dtype });
const tokens = texts.reduce((sum, text) => sum + embed.tokenizer(text).input_ids.dims[1], 0);

const round = async () => {
  const before = performance.now();
  for (const text of texts) {
    await embed(text, { pooling: 'cls', normalize: true });
  }
  return performance.now() - before;
};

await round();
const times = [];
for (let i = 0; i < 7; i++) {
  times.push(await round());
}
times.sort((a, b) => a - b);
console.log(`${dtype}: ${tokens} tokens, ${Math.round((tokens * 1000) / times[3])} a second`);
