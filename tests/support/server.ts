// The real server for a spec file: a demonstration site in a temporary folder, on loopback.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const executable = process.env.LANMU_SERVER ?? join(root, "target", "debug", "lanmu-server");

export interface Account {
  login: string;
  password: string;
  name: string;
  department: string;
  post: string;
}

export class Server {
  private constructor(
    private readonly child: ChildProcess,
    readonly data: string,
    readonly address: string,
    readonly accounts: Account[],
  ) {}

  static async start(): Promise<Server> {
    const data = mkdtempSync(join(tmpdir(), "lanmu-e2e-"));
    const accounts = join(data, "accounts.json");
    const child = spawn(
      executable,
      ["serve", "--listen", "127.0.0.1:0", "--data", data, "--accounts-json", accounts],
      { stdio: ["ignore", "pipe", "pipe"] },
    );
    let log = "";
    child.stderr?.on("data", (chunk) => (log += chunk));
    const address = await new Promise<string>((resolve, reject) => {
      let text = "";
      child.stdout?.on("data", (chunk) => {
        text += chunk;
        const found = /http:\/\/127\.0\.0\.1:\d+/.exec(text);
        if (found) resolve(found[0]);
      });
      child.on("error", reject);
      child.on("exit", (code) => reject(new Error(`the server ended with ${code}\n${text}\n${log}`)));
    });
    return new Server(child, data, address, JSON.parse(readFileSync(accounts, "utf8")));
  }

  /** The account with this post in this department ("" for posts of the whole site). */
  account(post: string, department = ""): Account {
    const found = this.accounts.find((a) => a.post === post && a.department === department);
    if (!found) throw new Error(`no account for ${post} ${department}`);
    return found;
  }

  /** Runs `lanmu-server ledger verify` on the same database; the exit code and what it said. */
  verifyLedger(): { code: number | null; output: string } {
    const run = spawnSync(executable, ["ledger", "verify", "--data", this.data], { encoding: "utf8" });
    return { code: run.status, output: run.stdout + run.stderr };
  }

  async stop(): Promise<void> {
    if (this.child.exitCode === null) {
      const ended = new Promise((resolve) => this.child.once("exit", resolve));
      this.child.kill("SIGTERM");
      await ended;
    }
    rmSync(this.data, { recursive: true, force: true });
  }
}
