package main

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"log"
	"path/filepath"
	"reflect"
	"runtime/debug"
	"strings"
	"unicode"
)

// sources are the Go files that the structs come from, in the cache of the modules that were built.
type sources struct {
	cache string
	// The deprecated fields of packages, as `Struct.Field`.
	deprecated map[string]map[string]bool
}

func newSources(cache string) *sources {
	return &sources{cache, map[string]map[string]bool{}}
}

// isDeprecated says that the comment of a struct's field has a paragraph that says so.
func (s *sources) isDeprecated(structure reflect.Type, field string) bool {
	name := structure.PkgPath()
	if _, ok := s.deprecated[name]; !ok {
		s.deprecated[name] = s.read(name)
	}
	plain, _, _ := strings.Cut(structure.Name(), "[")
	return s.deprecated[name][plain+"."+field]
}

func (s *sources) read(name string) map[string]bool {
	result := map[string]bool{}
	module, ok := moduleOf(name)
	if !ok {
		return result
	}
	within := strings.TrimPrefix(name, module.Path)
	if module.Replace != nil {
		module = *module.Replace
	}
	folder := filepath.Join(s.cache, escaped(module.Path)+"@"+module.Version, within)
	files, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if len(files) == 0 {
		log.Fatal(errors.Join(fmt.Errorf("%s: %w", folder, fs.ErrNotExist), err))
	}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			log.Fatal(err)
		}
		ast.Inspect(parsed, func(node ast.Node) bool {
			if declared, ok := node.(*ast.TypeSpec); ok {
				collectDeprecated(declared, result)
			}
			return true
		})
	}
	return result
}

func collectDeprecated(declared *ast.TypeSpec, into map[string]bool) {
	structure, ok := declared.Type.(*ast.StructType)
	if !ok {
		return
	}
	for _, member := range structure.Fields.List {
		for line := range strings.Lines(member.Doc.Text()) {
			// Some put the version before the colon.
			if !strings.HasPrefix(line, "Deprecated:") && !strings.HasPrefix(line, "Deprecated [") {
				continue
			}
			for _, name := range member.Names {
				into[declared.Name.Name+"."+name.Name] = true
			}
		}
	}
}

// moduleOf finds the module, as built, that a package belongs to.
func moduleOf(name string) (debug.Module, bool) {
	longest := debug.Module{}
	build, ok := debug.ReadBuildInfo()
	if !ok {
		return longest, false
	}
	for _, module := range build.Deps {
		if strings.HasPrefix(name+"/", module.Path+"/") && len(module.Path) > len(longest.Path) {
			longest = *module
		}
	}
	return longest, longest.Path != ""
}

// escaped is a module's path as the cache writes it, for file systems that take capitals for small letters.
func escaped(path string) string {
	var result strings.Builder
	for _, letter := range path {
		if unicode.IsUpper(letter) {
			result.WriteByte('!')
		}
		result.WriteRune(unicode.ToLower(letter))
	}
	return result.String()
}
