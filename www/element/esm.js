// The split form: a module that fetches its neighbours, each once, from the folder that it was served from.
import { define } from "./define.js";
import { files } from "./files.js";

define(files);
