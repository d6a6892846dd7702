// Sigstore's own code, unmodified, on a package that is unpacked in FOLDER and signed by KEY.
import assert from 'node:assert/strict';
import { createHash, createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import checkpoints from '@sigstore/verify/dist/tlog/checkpoint.js';
import merkle from '@sigstore/verify/dist/tlog/merkle.js';

const file = (name) => readFileSync(`${process.env.FOLDER}/${name}`, 'utf8');
const base64 = (text) => Buffer.from(text, 'base64');

// A log as Sigstore knows one, from a verifier key of C2SP signed-note.
function log(verifierKey) {
  const [name, , ...typed] = verifierKey.split('+');
  const key = base64(typed.join('+'));
  assert.equal(key[0], 1, 'Ed25519');
  return {
    baseURL: name,
    logID: createHash('sha256').update(`${name}\n`).update(key).digest(),
    publicKey: createPublicKey({
      key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), key.subarray(1)]),
      format: 'der',
      type: 'spki',
    }),
  };
}

const open = (envelope, verifierKey) =>
  checkpoints.verifyCheckpoint({ inclusionProof: { checkpoint: { envelope } } }, [log(verifierKey)]);

test('the checkpoint is signed', () => {
  const opened = open(file('checkpoint.txt'), process.env.KEY);
  const [origin, size, root] = file('checkpoint.txt').split('\n');
  assert.equal(opened.origin, origin);
  assert.equal(opened.logSize, BigInt(size));
  assert.equal(opened.logHash.toString('base64'), root);
});

test('another checkpoint is not', () => {
  const other = file('checkpoint.txt').replace(/\n(\d+)\n/, '\n1$1\n');
  assert.throws(() => open(other, process.env.KEY), /invalid checkpoint signature/);
});

test('each entry is in the tree, and no other is', () => {
  const checkpoint = open(file('checkpoint.txt'), process.env.KEY);
  const { proofs } = JSON.parse(file('proofs.json'));
  const lines = file('log.jsonl').split('\n').slice(0, -1);
  assert.equal(lines.length, proofs.length);
  const verify = (line, { index, proof }) =>
    merkle.verifyMerkleInclusion(
      {
        canonicalizedBody: Buffer.from(line),
        inclusionProof: { logIndex: String(index), hashes: proof.map(base64) },
      },
      checkpoint,
    );
  lines.forEach((line, i) => {
    verify(line, proofs[i]);
    assert.throws(() => verify(`${line} `, proofs[i]), /does not match/);
  });
});
