// A stand-in for `isolated-vm`, which would have to be compiled: it holds code that a site brings along, and this site has
// none.

import Module, { createRequire } from "node:module";

const path = createRequire(import.meta.url).resolve("isolated-vm");
Module._cache[path] = Object.assign(new Module(path), { filename: path, loaded: true, paths: [] });
