package main

import (
	"reflect"
	"strings"
)

// filePath is a field that holds the path of a file or a folder, or a pattern of such paths.
type filePath struct {
	Path []string `json:"path"`
	Kind string   `json:"kind"`
}

// fileEndings are ends of names that say the same in any struct.
var fileEndings = []struct{ ending, kind string }{
	{"_file", "file"},
	{"_file_path", "file"},
	{"_directory", "directory"},
	{"_dir", "directory"},
}

// fileNames are names that say the same in any struct.
var fileNames = map[string]string{
	"database_path":   "file",
	"directory":       "directory",
	"executable_path": "file",
	"file_path":       "file",
	"filename":        "file",
	"issuer_ca_path":  "file",
	"jar_path":        "file",
	"journalctl_path": "file",
	"keystore_path":   "file",
	"root_path":       "directory",
	"truststore_path": "file",
}

// ownFiles are fields whose names say more only where they are.
var ownFiles = map[string]string{
	contribPackage + "exporter/fileexporter.Config path":                   "file",
	contribPackage + "exporter/opensearchexporter.MappingsSettings file":   "file",
	contribPackage + "extension/basicauthextension.HtpasswdSettings file":  "file",
	contribPackage + "extension/jaegerremotesampling.Source file":          "file",
	contribPackage + "pkg/stanza/fileconsumer/matcher.Criteria include":    "file",
	contribPackage + "pkg/stanza/operator/input/journald.BaseConfig files": "file",
	contribPackage + "pkg/stanza/operator/input/namedpipe.BaseConfig path": "file",
	contribPackage + "receiver/filestatsreceiver.Config include":           "file",
}

func fileOf(path []string, above []reflect.Type) (filePath, bool) {
	name := named(path)
	if kind, ok := ownFiles[nameOf(above[len(above)-1])+" "+name]; ok {
		return filePath{path, kind}, true
	}
	if kind, ok := fileNames[name]; ok {
		return filePath{path, kind}, true
	}
	for _, known := range fileEndings {
		if strings.HasSuffix(name, known.ending) {
			return filePath{path, known.kind}, true
		}
	}
	return filePath{}, false
}
