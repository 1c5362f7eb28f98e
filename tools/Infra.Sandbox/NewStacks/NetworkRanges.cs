using Infra.Networking;

namespace Infra.Sandbox.NewStacks;

/// <summary>Chooses network ranges that other stacks do not have.</summary>
internal static class NetworkRanges
{
    public const string Default = "10.0.0.0/16";

    // https://www.rfc-editor.org/rfc/rfc1918
    private static readonly Ipv4Cidr[] Private = [.. new[] { "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16" }.Select(Ipv4Cidr.Parse)];

    private const int Largest = 16;
    private const int Tens = 10;

    /// <summary>The next range of the same size that overlaps no other; null if there is none in the private address space.</summary>
    /// <param name="like">A range.</param>
    /// <param name="taken">The ranges of other stacks.</param>
    public static string? Free(Ipv4Cidr like, IReadOnlyList<Ipv4Cidr> taken)
    {
        var space = Private.First(like.IsWithin);
        var count = 1 << (like.PrefixLength - space.PrefixLength);
        var own = Enumerable.Range(0, count).First(position => space.Block(like.PrefixLength, position) == like);
        // People number their networks in tens.
        var step = like.PrefixLength == Largest && count > Tens ? Tens : 1;
        return Enumerable.Range(1, count / step).Select(number => own + (number * step))
            .Concat(Enumerable.Range(1, count).Select(number => own + number))
            .Select(position => space.Block(like.PrefixLength, position % count))
            .Where(range => !taken.Any(range.Overlaps))
            .Select(range => range.ToString())
            .FirstOrDefault();
    }

    /// <summary>The range at the same place in another network.</summary>
    public static string Moved(Ipv4Cidr range, Ipv4Cidr from, Ipv4Cidr to)
    {
        var position = Enumerable.Range(0, 1 << (range.PrefixLength - from.PrefixLength)).First(number => from.Block(range.PrefixLength, number) == range);
        return to.Block(range.PrefixLength, position).ToString();
    }

    /// <summary>The next range of the same size behind the others.</summary>
    public static string? Next(Ipv4Cidr range, IReadOnlyList<Ipv4Cidr> taken)
    {
        var around = Ipv4Cidr.Normalize($"{range.ToString().Split('/')[0]}/{Largest}")!.Value;
        return Enumerable.Range(0, 1 << (range.PrefixLength - Largest))
            .Select(number => around.Block(range.PrefixLength, number))
            .SkipWhile(block => block != range)
            .Where(block => !taken.Any(block.Overlaps))
            .Select(block => block.ToString())
            .FirstOrDefault();
    }
}
