package main

import (
	"encoding"
	"fmt"
	"reflect"
	"strings"
	"time"
	"unsafe"
)

// value is a default as one would write it in a configuration: durations as Go writes them, secrets empty, nil as null.
// The flavours of optional values are noted on the way; one that is off is null.
func (c *config) value(value reflect.Value, path []string) any {
	kind := value.Type()
	switch {
	case kind == durationType:
		return time.Duration(value.Int()).String()
	case kind == opaqueType:
		return ""
	case isOpaqueMap(kind):
		return nil
	case isOptional(kind):
		return c.optional(value, path)
	case isText(kind):
		return text(value)
	}
	switch kind.Kind() {
	case reflect.Pointer, reflect.Interface:
		if value.IsNil() {
			return nil
		}
		return c.value(value.Elem(), path)
	case reflect.Struct:
		result := map[string]any{}
		c.members(value, path, result)
		return result
	case reflect.Map:
		if value.IsNil() {
			return nil
		}
		result := map[string]any{}
		for entries := value.MapRange(); entries.Next(); {
			key := fmt.Sprint(entries.Key().Interface())
			result[key] = c.value(entries.Value(), with(path, key))
		}
		return result
	case reflect.Slice, reflect.Array:
		if kind.Kind() == reflect.Slice && value.IsNil() {
			return nil
		}
		result := []any{}
		for index := range value.Len() {
			result = append(result, c.value(value.Index(index), with(path, "*")))
		}
		return result
	case reflect.Func, reflect.Chan:
		return nil
	default:
		return plain(value)
	}
}

// plain reads a scalar without the methods of its type.
func plain(value reflect.Value) any {
	switch {
	case value.CanInt():
		return value.Int()
	case value.CanUint():
		return value.Uint()
	case value.CanFloat():
		return value.Float()
	case value.Kind() == reflect.Bool:
		return value.Bool()
	default:
		return value.String()
	}
}

func (c *config) members(value reflect.Value, path []string, into map[string]any) {
	for _, field := range fieldsOf(value.Type()) {
		member := value.Field(field.index)
		if !field.squash && !field.remain {
			into[field.key] = c.value(readable(member), with(path, field.key))
			continue
		}
		inner, ok := c.value(readable(member), path).(map[string]any)
		for key, element := range inner {
			if ok {
				into[key] = element
			}
		}
	}
}

func (c *config) optional(value reflect.Value, path []string) any {
	inner := readable(value.FieldByName("value"))
	switch value.FieldByName("flavor").Int() {
	case 2:
		c.flavors[strings.Join(path, "\x00")] = flavor{Flavor: "some"}
		return c.value(inner, path)
	case 1:
		defaults := c.value(inner, path)
		c.flavors[strings.Join(path, "\x00")] = flavor{"default", defaults}
	}
	return nil
}

// readable lets one read a field that is not exported.
func readable(value reflect.Value) reflect.Value {
	if value.CanInterface() || !value.CanAddr() {
		return value
	}
	return reflect.NewAt(value.Type(), unsafe.Pointer(value.UnsafeAddr())).Elem()
}

// text writes a value that is read from text.
func text(value reflect.Value) any {
	whole := reflect.New(value.Type())
	whole.Elem().Set(value)
	if marshaler, ok := whole.Interface().(encoding.TextMarshaler); ok {
		if written, err := marshaler.MarshalText(); err == nil {
			return string(written)
		}
	}
	if stringer, ok := whole.Interface().(fmt.Stringer); ok {
		return stringer.String()
	}
	if value.Kind() == reflect.Struct {
		return ""
	}
	return plain(value)
}
