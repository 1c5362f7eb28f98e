using Infra.Networking;

namespace Infra.Tests.Networking;

public sealed class Ipv4CidrTests
{
    [Theory]
    [InlineData("10.0.0.0/8")]
    [InlineData("10.20.0.0/16")]
    [InlineData("172.16.0.0/12")]
    [InlineData("192.168.255.254/31")]
    [InlineData("255.255.255.255/32")]
    [InlineData("0.0.0.0/0")]
    public void AlignedBlock_ParsedAndFormatted_IsUnchanged(string text)
    {
        Assert.True(Ipv4Cidr.TryParse(text, out var cidr));
        Assert.Equal(text, cidr.ToString());
        Assert.Null(Record.Exception(() => Ipv4Cidr.Parse(text)));
    }

    [Theory]
    [InlineData("10.0.0.1/16")]     // not aligned
    [InlineData("10.0.128.0/16")]
    [InlineData("0.0.0.1/0")]
    [InlineData("10.0.0.0")]        // no prefix
    [InlineData("10.0.0.0/")]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0.0/-1")]
    [InlineData("10.0.0.0/+8")]
    [InlineData("10.0.0.0/16/16")]
    [InlineData("10.0.0/16")]       // three numbers: another address to the system's parser
    [InlineData("256.0.0.0/16")]
    [InlineData("012.0.0.0/16")]    // octal 10 to some parsers
    [InlineData("0x0a.0.0.0/16")]
    [InlineData("10.0.0.0/016")]
    [InlineData(" 10.0.0.0/16")]
    [InlineData("10.0.0.0/16 ")]
    [InlineData("2001:db8::/32")]
    [InlineData("::10.0.0.0/16")]
    [InlineData("ten")]
    [InlineData("")]
    [InlineData(null)]
    public void OtherText_Parsed_IsRejected(string? text)
    {
        Assert.False(Ipv4Cidr.TryParse(text, out _));
        Assert.Throws<FormatException>(() => Ipv4Cidr.Parse(text!));
    }

    [Theory]
    [InlineData("10.20.1.0/16", "10.20.0.0/16")]
    [InlineData("203.0.113.7/24", "203.0.113.0/24")]
    [InlineData("203.0.113.7/31", "203.0.113.6/31")]
    [InlineData("203.0.113.7/0", "0.0.0.0/0")]
    [InlineData("10.0.0.0/16", "10.0.0.0/16")]
    [InlineData("10.0.0.0/016", "10.0.0.0/16")]
    [InlineData("012.0.0.0/16", null)]
    [InlineData("10.0.0.0", null)]
    public void Normalize_ReturnsTheAlignedBlock(string text, string? range) => Assert.Equal(range, Ipv4Cidr.Normalize(text)?.ToString());

    [Theory]
    [InlineData("10.0.0.0/8", true)]
    [InlineData("10.255.255.0/24", true)]
    [InlineData("9.255.0.0/16", false)]
    [InlineData("11.0.0.0/16", false)]
    [InlineData("172.15.0.0/16", false)]
    [InlineData("172.16.0.0/16", true)]
    [InlineData("172.31.0.0/16", true)]
    [InlineData("172.32.0.0/16", false)]
    [InlineData("172.16.0.0/11", null)]     // not aligned
    [InlineData("172.0.0.0/8", false)]      // contains a private range and more
    [InlineData("192.167.0.0/16", false)]
    [InlineData("192.168.0.0/16", true)]
    [InlineData("192.169.0.0/16", false)]
    [InlineData("100.64.0.0/16", false)]    // carrier-grade NAT
    [InlineData("0.0.0.0/0", false)]
    public void IsPrivate_IsTrueInsideRfc1918(string text, bool? expected) =>
        Assert.Equal(expected, Ipv4Cidr.TryParse(text, out var cidr) ? cidr.IsPrivate : null);

    [Theory]
    [InlineData("10.0.0.0/24", "10.0.0.0/16", true, true)]
    [InlineData("10.0.0.0/16", "10.0.0.0/24", false, true)]
    [InlineData("10.0.0.0/16", "10.0.0.0/16", true, true)]
    [InlineData("10.0.255.0/24", "10.0.0.0/16", true, true)]
    [InlineData("10.1.0.0/24", "10.0.0.0/16", false, false)]
    [InlineData("10.0.0.0/24", "10.0.1.0/24", false, false)]
    [InlineData("10.0.0.0/24", "0.0.0.0/0", true, true)]
    [InlineData("0.0.0.0/0", "10.0.0.0/24", false, true)]
    public void IsWithinAndOverlaps_CompareRanges(string one, string other, bool within, bool overlaps)
    {
        Assert.Equal(within, Ipv4Cidr.Parse(one).IsWithin(Ipv4Cidr.Parse(other)));
        Assert.Equal(overlaps, Ipv4Cidr.Parse(one).Overlaps(Ipv4Cidr.Parse(other)));
    }

    [Theory]
    [InlineData("10.0.0.0/16", 18, 0, "10.0.0.0/18")]
    [InlineData("10.0.0.0/16", 18, 3, "10.0.192.0/18")]
    [InlineData("10.0.0.0/16", 16, 0, "10.0.0.0/16")]
    [InlineData("10.0.0.0/30", 32, 3, "10.0.0.3/32")]
    [InlineData("0.0.0.0/0", 1, 1, "128.0.0.0/1")]
    public void Block_ByPosition_IsThatPartOfTheRange(string range, int prefixLength, int position, string block) =>
        Assert.Equal(block, Ipv4Cidr.Parse(range).Block(prefixLength, position).ToString());

    [Theory]
    [InlineData(18, 4)]
    [InlineData(16, 1)]
    public void Block_BeyondTheRange_Throws(int prefixLength, int position) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Ipv4Cidr.Parse("10.0.0.0/16").Block(prefixLength, position));
}
