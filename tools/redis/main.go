// A Redis in memory, for what MDAI asks of its Valkey: miniredis, and the notifications of changed keys that it has not.
package main

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"sync"

	"github.com/alicebob/miniredis/v2"
	"github.com/alicebob/miniredis/v2/server"
)

func main() {
	address := flag.String("address", "127.0.0.1:6379", "where to listen")
	password := flag.String("password", "", "the password of the default user")
	flag.Parse()
	redis := miniredis.NewMiniRedis()
	if *password != "" {
		redis.RequireAuth(*password)
	}
	if err := redis.StartAddr(*address); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	redis.Server().SetPreHook(newNotifier(redis).handle)
	fmt.Println("Ready to accept connections")
	select {}
}

// notifier publishes what a Redis with notify-keyspace-events=KEA does.
type notifier struct {
	redis *miniredis.Miniredis
	// writing lets one change be seen before the next.
	writing sync.Mutex
	mutex   sync.Mutex
	// inside has the peers whose command miniredis is told to handle, where it calls the hook again.
	inside map[*server.Peer]bool
	// prefixes of the channels that a peer is subscribed to.
	prefixes map[*server.Peer][]string
}

func newNotifier(redis *miniredis.Miniredis) *notifier {
	return &notifier{redis: redis, inside: map[*server.Peer]bool{}, prefixes: map[*server.Peer][]string{}}
}

// change is a command that changes the key that is its only key, and its first argument.
type change struct {
	event string
	// kind is the type of a value that it takes; with another it fails.
	kind string
	// always is whether the event comes although nothing is different: the value is written again.
	always bool
}

var changes = map[string]change{
	"SET":    {event: "set", always: true},
	"DEL":    {event: "del"},
	"SADD":   {event: "sadd", kind: "set"},
	"SREM":   {event: "srem", kind: "set"},
	"HSET":   {event: "hset", kind: "hash", always: true},
	"HDEL":   {event: "hdel", kind: "hash"},
	"INCRBY": {event: "incrby", kind: "string"},
	"DECRBY": {event: "incrby", kind: "string"},
	"XADD":   {event: "xadd", kind: "stream", always: true},
}

// others are the commands that change nothing. What is in neither table is refused rather than left unannounced.
var others = map[string]bool{
	"AUTH": true, "CLIENT": true, "HELLO": true, "PING": true, "QUIT": true,
	"EXISTS": true, "GET": true, "HGETALL": true, "SCAN": true, "SMEMBERS": true, "TYPE": true, "XRANGE": true, "XREVRANGE": true,
}

// handle says whether it has answered a command.
func (n *notifier) handle(peer *server.Peer, command string, args ...string) bool {
	if n.isInside(peer) {
		return false
	}
	change, isChange := changes[command]
	switch {
	case command == "DEL" && len(args) > 1:
		peer.WriteError("ERR tools/redis deletes one key at a time")
		return true
	case isChange && len(args) > 0:
		n.apply(peer, change, append([]string{command}, args...))
		return true
	case command == "PSUBSCRIBE":
		n.subscribe(peer, args)
		return true
	case command == "CLIENT" && len(args) > 0 && strings.EqualFold(args[0], "TRACKING"):
		// It is asked for by every client of valkey-go, and tells of what was read with CLIENT CACHING, which is refused.
		peer.WriteOK()
		return true
	case isChange || others[command]:
		return false
	default:
		peer.WriteError("ERR the command " + command + " is not in the tables of tools/redis")
		return true
	}
}

func (n *notifier) apply(peer *server.Peer, change change, command []string) {
	n.writing.Lock()
	defer n.writing.Unlock()
	key := command[1]
	kind, before := n.state(key)
	n.setInside(peer, true)
	n.redis.Server().Dispatch(peer, command)
	n.setInside(peer, false)
	_, after := n.state(key)
	hasFailed := before != "" && change.kind != "" && kind != change.kind
	if hasFailed || (!change.always && before == after) {
		return
	}
	n.publish(key, change.event)
	if after == "" && change.event != "del" {
		// The last member is gone, and the key with it.
		n.publish(key, "del")
	}
}

// state is the type of a value, and what differs when a command of the table has changed it; empty where there is none.
func (n *notifier) state(key string) (kind, state string) {
	if !n.redis.Exists(key) {
		return "", ""
	}
	kind = n.redis.Type(key)
	switch kind {
	case "set":
		members, _ := n.redis.SMembers(key)
		return kind, fmt.Sprint(len(members), " members")
	case "hash":
		fields, _ := n.redis.HKeys(key)
		return kind, fmt.Sprint(len(fields), " fields")
	case "string":
		text, _ := n.redis.Get(key)
		return kind, "text " + text
	default:
		return kind, "present"
	}
}

// subscribe is not miniredis' own, which lets a subscribed peer do nothing else: since RESP3 it may.
func (n *notifier) subscribe(peer *server.Peer, patterns []string) {
	for _, pattern := range patterns {
		prefix, isPrefix := strings.CutSuffix(pattern, "*")
		if !isPrefix || strings.ContainsAny(prefix, `*?[\`) {
			peer.WriteError("ERR tools/redis knows patterns that end with their only *")
			return
		}
		n.mutex.Lock()
		n.prefixes[peer] = append(n.prefixes[peer], prefix)
		count := len(n.prefixes[peer])
		n.mutex.Unlock()
		peer.OnDisconnect(func() {
			n.mutex.Lock()
			defer n.mutex.Unlock()
			delete(n.prefixes, peer)
		})
		peer.Block(func(w *server.Writer) {
			w.WritePushLen(3)
			w.WriteBulk("psubscribe")
			w.WriteBulk(pattern)
			w.WriteInt(count)
		})
	}
}

func (n *notifier) publish(key, event string) {
	n.send("__keyspace@0__:"+key, event)
	n.send("__keyevent@0__:"+event, key)
}

func (n *notifier) send(channel, message string) {
	n.mutex.Lock()
	defer n.mutex.Unlock()
	for peer, prefixes := range n.prefixes {
		for _, prefix := range prefixes {
			if !strings.HasPrefix(channel, prefix) {
				continue
			}
			peer.Block(func(w *server.Writer) {
				w.WritePushLen(4)
				for _, text := range []string{"pmessage", prefix + "*", channel, message} {
					w.WriteBulk(text)
				}
			})
			peer.Flush()
		}
	}
}

func (n *notifier) isInside(peer *server.Peer) bool {
	n.mutex.Lock()
	defer n.mutex.Unlock()
	return n.inside[peer]
}

func (n *notifier) setInside(peer *server.Peer, isInside bool) {
	n.mutex.Lock()
	defer n.mutex.Unlock()
	if isInside {
		n.inside[peer] = true
	} else {
		delete(n.inside, peer)
	}
}
